namespace TableOrder.Core;

/// <summary>An amount in the currency's minor unit (won, cents). Never a floating-point number.</summary>
/// <param name="Minor">How many minor units; negative only in differences.</param>
public readonly record struct Money(long Minor) : IComparable<Money>
{
    /// <summary>Nothing.</summary>
    public static Money Zero => default;

    /// <summary>The smaller of two amounts.</summary>
    public static Money Min(Money one, Money other) => one < other ? one : other;

    /// <summary>A part of the amount, as a fraction; rounded half up (away from zero). Overflow is an error.</summary>
    public Money Times(long numerator, long denominator)
    {
        var exact = (Int128)Minor * numerator;
        var half = exact < 0 ? -(Int128)denominator / 2 : (Int128)denominator / 2;
        return new(checked((long)((exact + half) / denominator)));
    }

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
