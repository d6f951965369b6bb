"""The guided job of figure 1: six steps, each derived from the park as it stands."""
