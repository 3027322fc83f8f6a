using System.Net;
using Microsoft.Extensions.DependencyInjection;
using TableOrder.Core;
using TableOrder.Core.Access;
using TableOrder.Core.Carts;
using TableOrder.Core.Ordering;
using TableOrder.Core.Seating;
using TableOrder.Core.Storage;
using TableOrder.Tests.Support;

namespace TableOrder.Tests.Api;

/// <summary>More is sent than the writer's queue holds: who does not fit is told at once, and the same again a moment later is one order.</summary>
public sealed class BusyTests : IAsyncLifetime
{
    private readonly HostedApp app = new();
    private readonly ManualResetEventSlim gate = new();

    private Writer Writer => app.Services.GetRequiredService<Writer>();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        gate.Set();
        await app.DisposeAsync();
        gate.Dispose();
    }

    [Fact]
    public async Task A_full_queue_is_503_busy_with_nothing_written_and_the_same_key_orders_once_there_is_room()
    {
        var token = (await app.Services.GetRequiredService<SeatingReader>().TablesAsync(Actor.System)).Value[0].Token!;
        using var guest = await ApiClient.GuestAsync(app.Address, token);
        var order = ApiHouse.Order(await PlainAsync(guest));
        var key = Guid.NewGuid();
        var waiting = await FillAsync();

        var busy = await guest.PlaceAsync(order, key);

        busy.ShouldBeProblem(503, "busy").Headers.RetryAfter!.Delta.Should().Be(TimeSpan.FromSeconds(1));
        await EmptyAsync(waiting);
        (await guest.GetAsync("orders")).Body.GetProperty("items").GetArrayLength().Should().Be(0);
        (await guest.GetAsync("orders")).Body.GetProperty("sequence").GetInt64().Should().Be(0);
        var placed = await guest.PlaceAsync(order, key);
        placed.Status.Should().Be(HttpStatusCode.Created);
        var again = await guest.PlaceAsync(order, key);
        (again.Status, again.Id).Should().Be((HttpStatusCode.OK, placed.Id));
    }

    [Fact]
    public async Task A_guest_s_cart_survives_busy_and_becomes_one_order_under_its_own_id()
    {
        var tables = (await app.Services.GetRequiredService<SeatingReader>().TablesAsync(Actor.System)).Value;
        var seat = (await app.Services.GetRequiredService<SeatingDesk>().JoinAsync(Actor.Nobody, tables[1].Token!, "민지")).Value;
        var guest = Actor.Guest(seat.SeatingId, seat.GuestId, seat.Nickname, "phone");
        using var reader = await ApiClient.GuestAsync(app.Address, tables[0].Token!);
        var dish = await PlainAsync(reader);
        var desk = app.Services.GetRequiredService<CartDesk>();
        var cart = (await desk.AddAsync(guest, new AddToCart(dish.Id, [], 2))).Value;
        var send = new SendCart(cart.RequestId, cart.Version, [new AcceptedLine(cart.Lines[0].Id, 2, new Money(dish.Price))]);
        var waiting = await FillAsync();

        (await desk.SendAsync(guest, send)).Refusal!.Code.Should().Be(Refusal.Busy);
        (await desk.AddAsync(guest, new AddToCart(dish.Id, [], 1))).Refusal!.Code.Should().Be(Refusal.Busy);

        await EmptyAsync(waiting);
        (await app.Services.GetRequiredService<CartReader>().GetAsync(guest)).Value.Should().BeEquivalentTo(cart);
        var sent = (await desk.SendAsync(guest, send)).Value;
        sent.Order.Lines.Single().Quantity.Should().Be(2);
        (await desk.SendAsync(guest, send)).Value.Should().Match<PlacedOrder>(known => !known.Created && known.Order.Id == sent.Order.Id);
    }

    private static async Task<Dish> PlainAsync(ApiClient guest) =>
        Dish.Of((await guest.GetAsync("menu")).Body)
            .First(dish => dish is { SoldOut: false, Portions: null, MinQuantity: 1 } && dish.Groups.All(g => g.Min == 0));

    /// <summary>Holds the writer and fills its queue to the brim; gives what waits.</summary>
    private async Task<List<Task<Outcome<int>>>> FillAsync()
    {
        var taken = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var waiting = new List<Task<Outcome<int>>>
        {
            Writer.RunAsync<int>(_ =>
            {
                taken.TrySetResult();
                gate.Wait();
                return 1;
            }),
        };
        await taken.Task;
        do
        {
            waiting.Add(Writer.RunAsync<int>(_ => 1));
        } while (!waiting[^1].IsCompleted);

        (await waiting[^1]).Refusal!.Code.Should().Be(Refusal.Busy);
        return waiting;
    }

    private async Task EmptyAsync(List<Task<Outcome<int>>> waiting)
    {
        gate.Set();
        await Task.WhenAll(waiting);
    }
}
