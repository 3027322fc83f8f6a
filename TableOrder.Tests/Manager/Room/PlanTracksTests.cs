using TableOrder.Core.Seating;
using TableOrder.Web.Manager.Room;

namespace TableOrder.Tests.Manager.Room;

public sealed class PlanTracksTests
{
    [Fact]
    public void Where_no_table_stands_is_a_gap_and_the_grid_begins_with_the_first_table()
    {
        var tracks = PlanTracks.Of([new PlanCell(2, 1), new PlanCell(4, 1), new PlanCell(2, 4)]);

        tracks.Columns.Should().Be("var(--wide) var(--gap) var(--wide)");
        tracks.Rows.Should().Be("auto var(--gap) var(--gap) auto");
        tracks.At(new PlanCell(4, 1)).Should().Be("--x: 3; --y: 1");
        tracks.At(new PlanCell(2, 4)).Should().Be("--x: 1; --y: 4");
    }

    [Fact]
    public void One_table_alone_is_a_grid_of_one()
    {
        PlanTracks.Of([new PlanCell(11, 19)]).Should().Be(new PlanTracks("var(--wide)", "auto", new PlanCell(11, 19)));
    }
}
