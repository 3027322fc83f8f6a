using TableOrder.Core;
using TableOrder.Core.Access;
using TableOrder.Core.Calls;
using TableOrder.Core.Statistics;
using TableOrder.Tests.Support;

namespace TableOrder.Tests.Calls;

/// <summary>What the manager reads of calls: who came, and how long it took.</summary>
public sealed class CallLogTests : HouseTests
{
    private static readonly DateOnly Today = new(2026, 3, 2);

    public override async Task DisposeAsync()
    {
        Recount.ShouldAgree(House);
        await base.DisposeAsync();
    }

    [Fact]
    public async Task Calls_are_counted_by_business_day_and_kind_and_by_how_long_they_waited()
    {
        var guest = await House.SeatAsync(7);
        await AnswerAsync(guest, CallKind.Water, seconds: 30);
        await AnswerAsync(guest, CallKind.Water, seconds: 180);
        await AnswerAsync(guest, CallKind.Bill, seconds: 181);
        await CallAsync(guest, CallKind.Help);

        // Three in the morning is the same business day, five is the next.
        House.Clock.Now = new DateTimeOffset(2026, 3, 2, 19, 59, 0, TimeSpan.Zero);
        await AnswerAsync(guest, CallKind.Cutlery, seconds: 10);
        House.Clock.Now = new DateTimeOffset(2026, 3, 2, 20, 0, 0, TimeSpan.Zero);
        await AnswerAsync(guest, CallKind.Cutlery, seconds: 20);

        var log = (await House.Calls.LogAsync(House.Manager, Today)).Value;

        log.Answers.Should().Be(new CallAnswers(1, 4, 0, 3, TimeSpan.FromSeconds(30)));
        log.Kinds.Should()
            .Equal(
                new CallKindCount(CallKind.Water, 0, 2, 0),
                new CallKindCount(CallKind.Cutlery, 0, 1, 0),
                new CallKindCount(CallKind.Help, 1, 0, 0),
                new CallKindCount(CallKind.Bill, 0, 1, 0),
                new CallKindCount(CallKind.Other, 0, 0, 0)
            );
        log.Week.Select(day => day.Day).Should().StartWith(Today.AddDays(-6)).And.EndWith(Today).And.HaveCount(7);
        log.Week[^1].Answers.Should().Be(log.Answers);
        var now = (await House.Calls.LogAsync(House.Manager)).Value;
        (now.Day, now.Answers.Answered, now.Week[^2].Answers.Answered).Should().Be((Today.AddDays(1), 1, 4));
    }

    [Fact]
    public async Task Who_left_before_anybody_came_was_not_answered()
    {
        var guest = await House.SeatAsync(7);
        await CallAsync(guest, CallKind.Help);
        await House.CloseAsync(guest.SeatingId!.Value);

        (await House.Calls.LogAsync(House.Manager)).Value.Answers.Should().Be(new CallAnswers(0, 0, 1, 0, null));
        (await House.Calls.AnsweredAsync(House.Manager, Today)).Value.Items.Should().BeEmpty();
    }

    [Fact]
    public async Task Answered_calls_come_page_by_page_the_latest_first_each_once_and_with_who_came()
    {
        var guest = await House.SeatAsync(7);
        var ids = new List<Guid>();
        for (var i = 0; i < 7; i++)
        {
            House.Clock.Now += TimeSpan.FromMinutes(1);
            ids.Add((await AnswerAsync(guest, CallKind.Water, seconds: i)).Id);
        }

        await CallAsync(guest, CallKind.Water);
        var read = new List<AnsweredCall>();
        AnsweredPage page;
        Guid? after = null;
        do
        {
            page = (await House.Calls.AnsweredAsync(House.Manager, Today, after, 3)).Value;
            read.AddRange(page.Items);
            after = page.Next;
        } while (after is not null);

        read.Select(answered => answered.Call.Id).Should().Equal(Enumerable.Reverse(ids));
        read.Should().OnlyContain(answered => string.Equals(answered.By, House.Kitchen.Name, StringComparison.Ordinal));
        read[0].Call.TableName.Should().Be("7");
        (await House.Calls.AnsweredAsync(House.Manager, Today, limit: 7)).Value.Next.Should().BeNull();
        (await House.Calls.AnsweredAsync(House.Manager, Today, limit: -3)).Value.Items.Should().ContainSingle();
        (await House.Calls.AnsweredAsync(House.Manager, DateOnly.MinValue)).Value.Items.Should().BeEmpty();
    }

    [Fact]
    public async Task An_account_that_is_not_there_has_no_name()
    {
        var guest = await House.SeatAsync(7);
        var call = await CallAsync(guest, CallKind.Water);
        await House.CallDesk.ConfirmAsync(House.Floor, call.Id);

        (await House.Calls.AnsweredAsync(House.Manager, Today)).Value.Items.Should().ContainSingle().Which.By.Should().BeNull();
    }

    [Fact]
    public async Task Only_the_manager_reads_it()
    {
        (await House.Calls.LogAsync(House.Floor)).Refusal!.Code.Should().Be(Refusal.Forbidden);
        (await House.Calls.AnsweredAsync(House.Kitchen, Today)).Refusal!.Code.Should().Be(Refusal.Forbidden);
    }

    private async Task<Call> AnswerAsync(Actor guest, CallKind kind, int seconds)
    {
        var call = await CallAsync(guest, kind);
        House.Clock.Now += TimeSpan.FromSeconds(seconds);
        return (await House.CallDesk.ConfirmAsync(House.Kitchen, call.Id)).Value;
    }

    private async Task<Call> CallAsync(Actor guest, CallKind kind) => (await House.CallDesk.CallAsync(guest, new CallStaff(kind))).Value.Call;
}
