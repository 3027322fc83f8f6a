using System.Globalization;
using System.Net;

namespace TableOrder.FakePay;

/// <summary>What a guest sees: whom they pay, how much, and two buttons. There is no field for a card.</summary>
internal static class CheckoutPage
{
    private static readonly Dictionary<string, Words> Languages = new(StringComparer.Ordinal)
    {
        ["en"] = new(
            "Pay",
            "Decline",
            "Paid",
            "Declined",
            "Back to the restaurant",
            "FakePay only pretends: no money moves, and no card is asked for."
        ),
        ["ko"] = new(
            "결제하기",
            "거절하기",
            "결제됐어요",
            "거절됐어요",
            "식당으로 돌아가기",
            "FakePay는 연습용이에요. 실제로 결제되지 않고, 카드 정보도 묻지 않아요."
        ),
    };

    /// <summary>ISO 4217's currencies without a minor unit, or with three digits, as far as the app knows them; all others have two.</summary>
    private static readonly Dictionary<string, int> Digits = new(StringComparer.Ordinal)
    {
        ["KRW"] = 0,
        ["JPY"] = 0,
        ["VND"] = 0,
        ["CLP"] = 0,
        ["ISK"] = 0,
        ["KWD"] = 3,
        ["BHD"] = 3,
    };

    public static string Of(FakePayment payment, HttpRequest request)
    {
        var language = LanguageOf(request);
        var words = Languages[language];
        var state =
            payment.Status is FakePayment.Pending
                ? $"""
                    <form method="post">
                      <button name="decision" value="pay" class="pay">{words.Pay}</button>
                      <button name="decision" value="decline">{words.Decline}</button>
                    </form>
                    """
                : $"""
                    <p class="state">{(payment.Status is FakePayment.Succeeded ? $"✓ {words.Paid}" : $"✕ {words.Declined}")}</p>
                    <a href="{WebUtility.HtmlEncode(payment.Asked.ReturnUrl)}">{words.Back}</a>
                    """;
        return $$"""
            <!doctype html>
            <html lang="{{language}}">
            <head>
              <meta charset="utf-8">
              <meta name="viewport" content="width=device-width, initial-scale=1">
              <meta name="robots" content="noindex">
              <title>FakePay</title>
              <style>
                :root { color-scheme: light dark; --line: light-dark(#c8ccd2, #4a4f57); --pay: light-dark(#1a4fc4, #8fb2ff); }
                body { margin: 0; min-height: 100vh; display: grid; place-items: center; font: 1rem/1.5 system-ui, sans-serif; background: light-dark(#f2f4f7, #14161a); }
                main { box-sizing: border-box; width: min(24rem, 100% - 2rem); padding: 2rem 1.5rem; border-radius: 1rem; background: light-dark(#fff, #202329); text-align: center; }
                h1 { margin: 0; font-size: 1rem; font-weight: 600; letter-spacing: .04em; }
                .whom { margin: 1.5rem 0 0; overflow-wrap: anywhere; word-break: keep-all; }
                .amount { margin: 0 0 1.5rem; font-size: 2.25rem; font-weight: 700; font-variant-numeric: tabular-nums; overflow-wrap: anywhere; }
                form { display: grid; gap: .75rem; }
                button, a { box-sizing: border-box; display: block; min-height: 3.5rem; padding: .9rem 1rem; border: 2px solid var(--line); border-radius: .75rem; background: none; color: inherit; font: inherit; font-weight: 600; text-decoration: none; cursor: pointer; }
                .pay { border-color: var(--pay); background: var(--pay); color: light-dark(#fff, #10131a); }
                :focus-visible { outline: 3px solid var(--pay); outline-offset: 3px; }
                .state { font-size: 1.25rem; font-weight: 600; }
                small { display: block; margin-top: 1.5rem; word-break: keep-all; color: light-dark(#555b65, #b4bac4); }
              </style>
            </head>
            <body>
              <main>
                <h1>FakePay</h1>
                <p class="whom">{{WebUtility.HtmlEncode(payment.Asked.Description)}}</p>
                <p class="amount">{{WebUtility.HtmlEncode(Amount(payment.Asked.Amount, payment.Asked.Currency, language))}}</p>
                {{state}}
                <small>{{words.Pretends}}</small>
              </main>
            </body>
            </html>
            """;
    }

    /// <summary>Such as "KRW 12,000", "12,000원" or "EUR 12.50".</summary>
    private static string Amount(long minor, string currency, string language)
    {
        var digits = Digits.GetValueOrDefault(currency, 2);
        var number = (minor / (decimal)Math.Pow(10, digits)).ToString($"N{digits}", CultureInfo.InvariantCulture);
        return (currency, language) is ("KRW", "ko") ? $"{number}원" : $"{currency} {number}";
    }

    private static string LanguageOf(HttpRequest request) =>
        request
            .GetTypedHeaders()
            .AcceptLanguage.OrderByDescending(wish => wish.Quality ?? 1)
            .Select(wish => wish.Value.ToString().Split('-')[0])
            .FirstOrDefault(Languages.ContainsKey)
        ?? "en";

    private sealed record Words(string Pay, string Decline, string Paid, string Declined, string Back, string Pretends);
}
