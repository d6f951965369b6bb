"""One factor's share in the change of a product of three.

The order in which causes are told apart must not matter, so each share is the
mean over all orders (Shapley): three factors, six orders.
"""

from tanlu.types import Column


def cause_effect(
    change: Column, second_old: Column, second_new: Column, third_old: Column, third_new: Column
) -> Column:
    """What the change of one factor adds to a product of three.

    Args:
        change: New less old value of the factor itself.
        second_old: The second factor before.
        second_new: The second factor after.
        third_old: The third factor before.
        third_new: The third factor after.

    Returns:
        Its share; the three shares sum to the change of the product.

    Example:
        Twice the fuel at half the factor, one warming potential:

        >>> cause_effect(100.0, 4.0, 2.0, 1.0, 1.0), cause_effect(-2.0, 100.0, 200.0, 1.0, 1.0)
        (300.0, -300.0)

    Source: Shapley 1953, the value of a game of three players; for a product of
    three the same as the complete decomposition of Sun 1998.
    """
    return change * (
        (second_old * third_old + second_new * third_new) / 3
        + (second_old * third_new + second_new * third_old) / 6
    )
