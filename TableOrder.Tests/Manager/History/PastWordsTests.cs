using System.Globalization;
using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using TableOrder.Core.Access;
using TableOrder.Core.Ordering;
using TableOrder.Tests.Support;
using TableOrder.Web.Layout;
using TableOrder.Web.Manager.History;

namespace TableOrder.Tests.Manager.History;

/// <summary>An order's history as it reads, in both languages.</summary>
public sealed class PastWordsTests : ManagerScreen
{
    private static readonly OrderLine Dish = Orders.Line(LineStatus.Preparing, quantity: 2);
    private static readonly Order Order = Orders.Of(Dish);

    public static TheoryData<string, OrderEventType, EventDetail, string, string> Kitchens =>
        new()
        {
            { "placed", OrderEventType.Placed, EventDetail.Empty, "Ordered, round 1", "주문 접수, 1번째 주문" },
            {
                "received",
                OrderEventType.Received,
                EventDetail.Empty with
                {
                    Received = ["grill", "bar"],
                },
                "On the screen: GRILL, BAR",
                "화면에 표시됨: GRILL, BAR"
            },
            {
                "started",
                OrderEventType.StatusUpdated,
                Step(LineStatus.Placed, LineStatus.Preparing) with
                {
                    Touched = ["grill"],
                },
                "Started",
                "조리 시작"
            },
            {
                "bumped",
                OrderEventType.StatusUpdated,
                Step(LineStatus.Preparing, LineStatus.Ready) with
                {
                    Bumped = ["grill"],
                },
                "Bumped: GRILL",
                "조리 완료: GRILL"
            },
            {
                "bumped after all was ticked",
                OrderEventType.LinesUpdated,
                EventDetail.Empty with
                {
                    Bumped = ["grill"],
                },
                "Bumped: GRILL",
                "조리 완료: GRILL"
            },
            {
                "recalled",
                OrderEventType.StatusUpdated,
                Step(LineStatus.Ready, LineStatus.Preparing) with
                {
                    Recalled = ["grill"],
                },
                "Recalled to: GRILL",
                "되돌림: GRILL"
            },
            { "served", OrderEventType.StatusUpdated, Step(LineStatus.Ready, LineStatus.Served), "Served", "서빙 완료" },
            { "back", OrderEventType.StatusUpdated, Step(LineStatus.Served, LineStatus.Ready), "Taken back a step", "이전 단계로 되돌림" },
            { "fired", OrderEventType.LinesUpdated, Step(LineStatus.Held, LineStatus.Placed), "The course was fired", "코스 조리 시작 요청" },
        };

    public static TheoryData<string, OrderEventType, EventDetail, string, string> Others =>
        new()
        {
            { "touched", OrderEventType.LinesUpdated, EventDetail.Empty with { Touched = ["grill"] }, "Touched: GRILL", "확인: GRILL" },
            { "first", OrderEventType.LinesUpdated, EventDetail.Empty with { Priority = true }, "Put before all others", "우선 조리로 지정" },
            { "in its turn", OrderEventType.LinesUpdated, EventDetail.Empty with { Priority = false }, "Back in its turn", "우선 조리 해제" },
            { "told by an older version", OrderEventType.LinesUpdated, EventDetail.Empty, "The ticket changed", "주문표 변경" },
            { "cancelled", OrderEventType.Cancelled, EventDetail.Empty, "The order was cancelled", "주문이 취소됨" },
            { "paid", OrderEventType.Paid, EventDetail.Empty with { Paid = true }, "The bill is paid in full", "계산서 결제 완료" },
            { "refunded", OrderEventType.Refunded, EventDetail.Empty, "Money was given back", "환불 처리됨" },
            {
                "void",
                OrderEventType.Refunded,
                EventDetail.Empty with
                {
                    Paid = false,
                },
                "Money was taken back; it is due again",
                "결제가 취소되어 다시 결제해야 함"
            },
            {
                "moved",
                OrderEventType.Moved,
                EventDetail.Empty with
                {
                    FromTable = "1",
                },
                "Moved from table 1 to table 2",
                "1번 테이블에서 2번 테이블로 이동"
            },
        };

    [Theory]
    [MemberData(nameof(Kitchens))]
    [MemberData(nameof(Others))]
    public void Each_event_is_a_sentence_in_both_languages(string name, OrderEventType type, EventDetail detail, string english, string korean)
    {
        var happened = Past(type, detail);

        Words("en").Sentence(happened).Should().Be(english, name);
        Words("ko").Sentence(happened).Should().Be(korean, name);
    }

    [Fact]
    public void Steps_tell_from_where_to_where_and_cancellations_how_many()
    {
        Words("en")
            .Steps(Past(OrderEventType.StatusUpdated, Step(LineStatus.Placed, LineStatus.Preparing)))
            .Should()
            .Equal("dish: Ordered → Cooking");
        var off = new EventDetail([new LineMove(Dish.Id, LineStatus.Placed, LineStatus.Placed, 1)]);
        Words("en").Steps(Past(OrderEventType.LinesUpdated, off)).Should().Equal("1 × dish taken off");
        Words("en").Sentence(Past(OrderEventType.LinesUpdated, off)).Should().Be("Dishes were taken off");
        Words("ko").Steps(Past(OrderEventType.LinesUpdated, off)).Should().Equal("dish 1개 취소");
    }

    [Fact]
    public void People_and_devices_are_called_by_what_is_known_of_them()
    {
        var words = Words("en");

        words.Who(new PastActor(Role.Guest, "민지", 1)).Should().Be("Guest 민지");
        words.Who(new PastActor(Role.Guest, "", 2)).Should().Be("Guest 2");
        words.Who(new PastActor(Role.Kitchen, "kitchen")).Should().Be("kitchen");
        words.Who(new PastActor(Role.System)).Should().Be("The system, by itself");
        words.Who(new PastActor(Role.Nobody)).Should().Be("Somebody of the staff");
        words.Device("phone").Should().Be("on a phone");
        words.Device("Pass tablet").Should().Be("Pass tablet");
    }

    [Fact]
    public void What_changed_meanwhile_is_told_line_by_line()
    {
        var now = Order with { Lines = [Dish with { Status = LineStatus.Ready }] };
        var fewer = Order with { Lines = [Dish with { Quantity = 1, CancelledQuantity = 1 }] };

        Words("en").Changes(now).Should().Equal("dish: Ready");
        Words("en").Changes(fewer).Should().Equal("dish: 1 left");
        Words("en").Changes(Order).Should().BeEmpty();
    }

    private static EventDetail Step(LineStatus from, LineStatus to) => new([new LineMove(Dish.Id, from, to)]);

    private static PastEvent Past(OrderEventType type, EventDetail detail) =>
        new(1, 2, type, new PastActor(Role.System), "server", detail, Orders.PlacedAt) { ToTable = type == OrderEventType.Moved ? "2" : null };

    private PastWords Words(string language)
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        return new PastWords(
            Services.GetRequiredService<IStringLocalizer<HistoryTexts>>(),
            Services.GetRequiredService<IStringLocalizer<CommonTexts>>(),
            Order,
            station => station.ToUpperInvariant()
        );
    }
}
