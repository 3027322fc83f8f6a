using System.Globalization;

namespace TableOrder.FakePay;

/// <summary>How it pretends. The defaults are no secrets: they are the same for everybody who has this source.</summary>
/// <param name="Key">What callers must show.</param>
/// <param name="Secret">What messages are signed with, as the Standard Webhooks write it.</param>
/// <param name="Pauses">How long it waits before each further attempt to deliver a message.</param>
internal sealed record FakeOptions(string Key, string Secret, IReadOnlyList<TimeSpan> Pauses)
{
    public static FakeOptions Of(IConfiguration configuration) =>
        new(
            configuration["FakePay:Key"] ?? "fakepay-key",
            configuration["FakePay:Secret"] ?? "whsec_RmFrZVBheSBzaWducyB3aXRoIHRoaXMsIG5vYm9keSBlbHNl",
            [
                .. (configuration["FakePay:Pauses"] ?? "1,3,10,30")
                    .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                    .Select(seconds => TimeSpan.FromSeconds(double.Parse(seconds, CultureInfo.InvariantCulture))),
            ]
        );
}
