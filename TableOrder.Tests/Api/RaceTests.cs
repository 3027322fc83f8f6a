using System.Net;
using System.Text.Json;
using TableOrder.Tests.Support;
using Xunit.Abstractions;

namespace TableOrder.Tests.Api;

/// <summary>
/// Two people do, in the same moment, what cannot both be: each pair ends in one legal history, told by its two answers and by what stands afterwards. Against the real server, fifty pairs of
/// each kind; after each kind the database is counted again.
/// </summary>
public sealed class RaceTests(ApiHouse house, ITestOutputHelper told) : IClassFixture<ApiHouse>
{
    private const int Pairs = 50;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Closing_and_placing_end_in_one_history(bool byManager)
    {
        var closes = byManager ? house.Manager : house.Floor;
        var histories = await RaceAsync(async () =>
        {
            await using var party = await ReadyAsync();

            var (close, place) = await AtOnceAsync(
                () => closes.PostAsync($"seatings/{party.Id}/close", new { }),
                () => party.Guest.PlaceAsync(house.Order())
            );

            var seating = (await house.Floor.GetAsync($"seatings/{party.Id}")).Body;
            var (closed, rounds) = (seating.GetProperty("closedAt").ValueKind != JsonValueKind.Null, seating.GetProperty("rounds").GetInt32());
            return (Told(close), Told(place), closed, rounds);
        });

        histories.Should().BeSubsetOf([("OK", "seating_closed", true, 0), ("open_orders", "Created", false, 1)]);
    }

    [Fact]
    public async Task Closing_by_force_and_placing_end_in_one_history()
    {
        var histories = await RaceAsync(async () =>
        {
            await using var party = await ReadyAsync();
            await party.OrderAsync();

            var (close, place) = await AtOnceAsync(
                () => house.Manager.PostAsync($"seatings/{party.Id}/close", new { force = true }),
                () => party.Guest.PlaceAsync(house.Order())
            );

            // Whatever was placed before is cancelled with the table, and nothing is due.
            var list = (await house.Floor.GetAsync($"orders?seatingId={party.Id}")).Body.GetProperty("items").EnumerateArray().ToList();
            list.Should().OnlyContain(order => order.GetProperty("status").ValueEquals("cancelled"));
            (await party.DueAsync()).Should().Be(0);
            return (Told(close), Told(place), list.Count);
        });

        histories.Should().BeSubsetOf([("OK", "seating_closed", 1), ("OK", "Created", 2)]);
    }

    [Fact]
    public async Task Two_waiters_who_take_the_whole_bill_enter_it_once()
    {
        using var second = await ApiClient.StaffAsync(house.App.Address, "floor", RunningApp.KitchenPin);
        var histories = await RaceAsync(async () =>
        {
            await using var party = await ReadyAsync();
            var whole = (await party.OrderAsync(2)).Body.GetProperty("total").GetInt64();

            var (one, other) = await AtOnceAsync(
                () => party.PayAsync(house.Floor, new { amount = whole, method = "cash" }),
                () => party.PayAsync(second, new { amount = whole, method = "cash" })
            );

            var bill = await party.BillAsync();
            bill.GetProperty("paid").GetInt64().Should().Be(whole);
            return (Told(one), Told(other), bill.GetProperty("payments").GetArrayLength(), bill.GetProperty("due").GetInt64());
        });

        histories.Should().BeSubsetOf([("Created", "overpaid", 1, 0), ("overpaid", "Created", 1, 0)]);
    }

    [Fact]
    public async Task An_order_that_moves_while_it_is_cooked_is_both_moved_and_cooked()
    {
        var histories = await RaceAsync(async () =>
        {
            await using var party = await ReadyAsync();
            var order = await party.OrderAsync();
            var free = await Party.FreeTableAsync(house);

            var (move, step) = await AtOnceAsync(
                () => house.Floor.PostAsync($"seatings/{party.Id}/move", new { tableId = free.GetProperty("id").GetGuid() }),
                () => house.Kitchen.PostAsync($"orders/{order.Id}/status", new { status = "ready", version = 1 })
            );

            var after = (await party.Guest.GetAsync($"orders/{order.Id}")).Body;
            after.GetProperty("tableName").GetString().Should().Be(free.GetProperty("name").GetString());
            after.GetProperty("tickets").GetArrayLength().Should().Be(1);
            return (Told(move), Told(step), after.GetProperty("status").GetString(), after.GetProperty("version").GetInt32());
        });

        // A move makes no step stale: the ticket is the same one.
        histories.Should().BeSubsetOf([("OK", "OK", "ready", 3)]);
    }

    [Fact]
    public async Task A_guest_who_orders_while_their_party_is_merged_orders_once_for_both()
    {
        var histories = await RaceAsync(async () =>
        {
            await using var party = await ReadyAsync();
            await using var other = await Party.SeatAsync(house);
            await other.OrderAsync();
            var key = Guid.NewGuid();

            var (merge, place) = await AtOnceAsync(
                () => house.Floor.PostAsync($"seatings/{party.Id}/merge", new { seatingId = other.Id }),
                () => party.Guest.PlaceAsync(house.Order(), key)
            );

            // The same again afterwards is the same order, whichever seating it was placed in.
            var again = await party.Guest.PlaceAsync(house.Order(), key);
            again.Id.Should().Be(place.Id);
            var order = (await other.Guest.GetAsync($"orders/{place.Id}")).Body;
            order.GetProperty("seatingId").GetGuid().Should().Be(other.Id);
            order.GetProperty("tableName").GetString().Should().Be(other.TableName);
            (await house.Floor.GetAsync($"orders?seatingId={other.Id}")).Body.GetProperty("items").GetArrayLength().Should().Be(2);
            (await other.DueAsync()).Should().Be(2 * house.Plain.Price);
            return (Told(merge), Told(place), Told(again));
        });

        histories.Should().BeSubsetOf([("OK", "Created", "OK")]);
    }

    /// <summary>A party whose guest is connected and known: what races is the command alone.</summary>
    private async Task<Party> ReadyAsync()
    {
        var party = await Party.SeatAsync(house);
        await party.Guest.GetAsync("orders?limit=1");
        return party;
    }

    /// <summary>Runs the pairs one after the other; afterwards everything that is kept must agree. Gives the histories that were seen.</summary>
    private async Task<IReadOnlyCollection<T>> RaceAsync<T>(Func<Task<T>> pair)
        where T : notnull
    {
        var seen = new List<T>();
        while (seen.Count < Pairs)
        {
            seen.Add(await pair());
        }

        foreach (var history in seen.CountBy(ending => ending))
        {
            told.WriteLine($"{history.Value} of {Pairs}: {history.Key}");
        }

        var (exitCode, output, _) = await RunningApp.RunVerbAsync(house.App.Folder, "check", house.App.Database);
        exitCode.Should().Be(0, output);
        output.Should().EndWith($"all agree{Environment.NewLine}");
        return seen;
    }

    /// <summary>Both are let go in the same moment.</summary>
    private static async Task<(Answer First, Answer Second)> AtOnceAsync(Func<Task<Answer>> first, Func<Task<Answer>> second)
    {
        using var gate = new Barrier(2);
        Task<Answer> Go(Func<Task<Answer>> act) =>
            Task.Run(() =>
            {
                gate.SignalAndWait();
                return act();
            });
        var answers = await Task.WhenAll(Go(first), Go(second));
        return (answers[0], answers[1]);
    }

    /// <summary>The code where it was refused, else the status.</summary>
    private static string Told(Answer answer) =>
        answer.Status is HttpStatusCode.OK or HttpStatusCode.Created ? $"{answer.Status}" : answer.Body.GetProperty("code").GetString()!;
}
