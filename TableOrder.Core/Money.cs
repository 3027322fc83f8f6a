namespace TableOrder.Core;

/// <summary>An amount in the currency's minor unit (won, cents). Never a floating-point number.</summary>
/// <param name="Minor">How many minor units; negative only in differences.</param>
public readonly record struct Money(long Minor) : IComparable<Money>
{
    /// <summary>Nothing.</summary>
    public static Money Zero => default;

    /// <inheritdoc/>
    public int CompareTo(Money other) => Minor.CompareTo(other.Minor);

    /// <summary>The sum; overflow is an error.</summary>
    public static Money operator +(Money left, Money right) => new(checked(left.Minor + right.Minor));

    /// <summary>The difference; overflow is an error.</summary>
    public static Money operator -(Money left, Money right) => new(checked(left.Minor - right.Minor));

    /// <summary>So many times the amount; overflow is an error.</summary>
    public static Money operator *(Money amount, int times) => new(checked(amount.Minor * times));

    /// <summary>Whether left is the smaller amount.</summary>
    public static bool operator <(Money left, Money right) => left.Minor < right.Minor;

    /// <summary>Whether left is the larger amount.</summary>
    public static bool operator >(Money left, Money right) => left.Minor > right.Minor;

    /// <summary>Whether left is not the larger amount.</summary>
    public static bool operator <=(Money left, Money right) => left.Minor <= right.Minor;

    /// <summary>Whether left is not the smaller amount.</summary>
    public static bool operator >=(Money left, Money right) => left.Minor >= right.Minor;
}
