"""Inventory to carbon flows: who in the park uses whose emissions, hour by hour."""
