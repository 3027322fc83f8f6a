using System.Security.Cryptography;

namespace TableOrder.FakePay;

/// <summary>Every payment, in memory. Whatever is asked twice happens once.</summary>
internal sealed class FakeBook
{
    private readonly Lock changing = new();
    private readonly Dictionary<Guid, FakePayment> payments = [];

    /// <summary>Begins a payment. Null where another one has its id.</summary>
    public FakePayment? Begin(AskedPayment asked)
    {
        lock (changing)
        {
            payments.TryAdd(asked.Id, new FakePayment(asked, $"fp_{RandomNumberGenerator.GetHexString(16, lowercase: true)}"));
            return payments[asked.Id].Asked == asked ? payments[asked.Id] : null;
        }
    }

    public FakePayment? Find(Guid id)
    {
        lock (changing)
        {
            return payments.GetValueOrDefault(id);
        }
    }

    public FakePayment? Find(string reference)
    {
        lock (changing)
        {
            return payments.Values.FirstOrDefault(payment => string.Equals(payment.Reference, reference, StringComparison.Ordinal));
        }
    }

    /// <summary>The guest pays or declines; what was decided stays. Tells whether this decided it.</summary>
    public bool Decide(Guid id, bool pays)
    {
        lock (changing)
        {
            if (payments[id].Status is not FakePayment.Pending)
            {
                return false;
            }

            payments[id] = payments[id] with { Status = pays ? FakePayment.Succeeded : FakePayment.Failed };
            return true;
        }
    }

    /// <summary>Gives back. Null where that much is not left, or the refund was another one before.</summary>
    public EntryAnswer? Refund(FakePayment payment, AskedRefund asked)
    {
        lock (changing)
        {
            var now = payments[payment.Asked.Id];
            var known = now.Refunds.Find(refund => refund.Id == asked.Id);
            var isSame = string.Equals(asked.Currency, now.Asked.Currency, StringComparison.Ordinal);
            if (known is null && isSame && asked.Amount > 0 && asked.Amount <= now.Left)
            {
                payments[payment.Asked.Id] = now with { Refunds = now.Refunds.Add(known = asked) };
            }

            return known == asked ? new EntryAnswer(asked.Id, $"{now.Reference}_r", FakePayment.Succeeded, asked.Amount, asked.Currency) : null;
        }
    }
}
