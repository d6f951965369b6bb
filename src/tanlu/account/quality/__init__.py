"""How complete an inventory is, what the missing is worth, how good its data are."""
