using System.Reflection;
using TableOrder.Core;
using TableOrder.Core.Access;
using TableOrder.Core.Billing;
using TableOrder.Core.Calls;
using TableOrder.Core.Carts;
using TableOrder.Core.Journal;
using TableOrder.Core.Menu;
using TableOrder.Core.Menu.Editing;
using TableOrder.Core.Menu.Files;
using TableOrder.Core.Ordering;
using TableOrder.Core.Seating;
using TableOrder.Core.Service;
using TableOrder.Core.Settings;
using TableOrder.Core.Stations;
using TableOrder.Core.Statistics;
using TableOrder.Tests.Support;

namespace TableOrder.Tests.Access;

/// <summary>Every door asks first who it is. A new Desk or Reader method is found here by itself.</summary>
public sealed class DoorsTests : HouseTests
{
    /// <summary>The doors that answer nobody, and with what.</summary>
    private static readonly Dictionary<string, string?> OpenToAll = new(StringComparer.Ordinal)
    {
        ["AccessDesk.SignInAsync"] = "bad_credentials",
        ["AccessReader.CurrentAsync"] = "signed_out",
        ["DeviceDesk.EnrolAsync"] = "unknown_link",
        ["PhotoReader.GetAsync"] = "not_found",
        ["SeatingDesk.JoinAsync"] = "unknown_table",
        ["SeatingReader.FreeTableAsync"] = "unknown_table",
        ["SettingsReader.GetAsync"] = null,
        ["StaffReader.OfferAsync"] = "unknown_link",
    };

    private static readonly Guid SomeId = Guid.NewGuid();

    /// <summary>Arguments, found by their type.</summary>
    private static readonly object[] MadeUp =
    [
        Actor.Nobody,
        SomeId,
        "x",
        new PlaceOrder(SomeId, [new PlaceLine(SomeId, 1, [])]) { SeatingId = SomeId },
        new StepOrder(SomeId, LineStatus.Ready),
        new CancelOrder(SomeId, "x"),
        new CloseSeating(SomeId),
        new CallStaff(CallKind.Water),
        new TakePayment(SomeId, SomeId, new Money(1), Payment.Cash),
        new BeginPayment(SomeId, new Money(1), "online", "http://localhost"),
        new VoidPayment(SomeId, SomeId, "x"),
        new RefundPayment(SomeId, SomeId, new Money(1), "x"),
        new GiveDiscount(SomeId, "x") { Amount = new Money(1) },
        new TakeBackDiscount(SomeId, SomeId, "x"),
        new BillQuery(),
        new CountDay(new DateOnly(2026, 1, 1), Money.Zero, Money.Zero, Money.Zero),
        new ProviderNews(SomeId, "x", PaymentStatus.Succeeded, new Money(1), "KRW"),
        new Func<string, string?>(_ => null),
        new DishDraft { CategoryId = SomeId, Name = LocalText.Empty },
        new GroupDraft { Name = LocalText.Empty },
        LocalText.Empty,
        new MoveDish(SomeId, SomeId, SomeId),
        new ChangeMenuItem(SomeId) { SoldOut = true },
        new AddStaff("x", Role.Kitchen, "x"),
        new ChangeStaff(SomeId),
        new AddDevice("x", SomeId),
        new JournalCursor(1, 1),
        new OrderQuery(),
        SalesPeriod.Of(PeriodKind.Day, new DateOnly(2026, 3, 2)).Value,
        new AddToCart(SomeId, [], 1) { SeatingId = SomeId },
        new ChangeCartLine(SomeId, 1) { SeatingId = SomeId },
        new ChangeAllergies(["egg"], []),
        new OrderAgain(SomeId) { SeatingId = SomeId },
        new SendCart(SomeId, 1, []) { SeatingId = SomeId },
        new PrioritizeOrder(SomeId, First: true),
        new RemakeLine(SomeId, SomeId, SomeId, 1, "x"),
        new KitchenScreen(KitchenScreen.All),
        new ChangeSettings(1) { TaxRate = 0 },
        new SetStation(null, LocalText.Same("x"), "x", TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(2)),
        new AgeStation("grill", TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(2)),
        new AddTables(["x"], LocalText.Same("x"), 1),
        new ChangeTable(SomeId) { Seats = 1 },
        LocalText.Same("x"),
        Array.Empty<TablePlace>(),
        Array.Empty<Guid>(),
        Array.Empty<HeldTicket>(),
        new MenuFile([], [], []),
        Array.Empty<PhotoVariant>(),
        Array.Empty<string>(),
    ];

    [Fact]
    public async Task Nobody_passes_only_the_doors_that_are_open_to_all()
    {
        var answers = new SortedDictionary<string, string?>(StringComparer.Ordinal);
        foreach (var method in Doors())
        {
            var name = $"{method.DeclaringType!.Name}.{method.Name}";
            method.GetParameters().FirstOrDefault()?.ParameterType.Should().Be<Actor>($"{name} must know who asks");
            answers[$"{name}({string.Join(", ", method.GetParameters().Select(p => p.Name))})"] = await AnswerAsync(method);
        }

        answers.Should().HaveCountGreaterThan(12);
        answers.Should().OnlyContain(answer => answer.Value == OpenToAll.GetValueOrDefault(NameOf(answer.Key), "forbidden"));
        answers.Keys.Select(NameOf).Should().Contain(OpenToAll.Keys);
    }

    [Fact]
    public async Task Nobody_follows_the_log()
    {
        (await House.Feed.OpenAsync(Actor.Nobody, 0)).Refusal!.Code.Should().Be("forbidden");
    }

    [Fact]
    public void Every_right_is_held_by_somebody_and_only_open_doors_by_nobody()
    {
        foreach (var right in Enum.GetValues<Right>())
        {
            Enum.GetValues<Role>().Should().Contain(role => Rights.Allows(role, right), $"{right} is for somebody");
        }

        Enum.GetValues<Right>()
            .Where(right => Rights.Allows(Role.Nobody, right))
            .Should()
            .BeEquivalentTo([Right.SignIn, Right.EnrolDevice, Right.JoinTable, Right.ReadPhotos, Right.ReadSettings]);
    }

    private static string NameOf(string door) => door[..door.IndexOf('(', StringComparison.Ordinal)];

    private static IEnumerable<MethodInfo> Doors() =>
        typeof(OrderDesk)
            .Assembly.GetExportedTypes()
            .Where(type => type.Name.EndsWith("Desk", StringComparison.Ordinal) || type.Name.EndsWith("Reader", StringComparison.Ordinal))
            .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly))
            .Where(method => typeof(Task).IsAssignableFrom(method.ReturnType));

    private async Task<string?> AnswerAsync(MethodInfo door)
    {
        var arguments = door.GetParameters().Select(parameter => MakeUp(parameter.ParameterType)).ToArray();
        var task = (Task)door.Invoke(House.Get(door.DeclaringType!), arguments)!;
        await task;
        var outcome = task.GetType().GetProperty("Result")!.GetValue(task)!;
        return ((Refusal?)outcome.GetType().GetProperty("Refusal")!.GetValue(outcome))?.Code;
    }

    private static object? MakeUp(Type type) =>
        MadeUp.FirstOrDefault(type.IsInstanceOfType)
        ?? (type.IsValueType ? Activator.CreateInstance(type) : throw new NotSupportedException($"Make up a {type.Name} here."));
}
