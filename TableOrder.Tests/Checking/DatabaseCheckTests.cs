using Microsoft.Data.Sqlite;
using TableOrder.Core.Checking;
using TableOrder.Core.Storage;
using TableOrder.Tests.Support;

namespace TableOrder.Tests.Checking;

/// <summary>Files: a running restaurant's, a copy, and what is neither.</summary>
public sealed class DatabaseCheckTests : HouseTests
{
    private readonly string folder = Directory.CreateTempSubdirectory("tableorder-check").FullName;

    private string Copy => Path.Combine(folder, "copy.db");

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        var guest = await House.SeatAsync(7);
        for (var i = 0; i < 250; i++)
        {
            House.Clock.Now += TimeSpan.FromHours(1);
            await House.OrderAsync(guest, Dishes.Pancake, Dishes.Cola);
        }
    }

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void A_running_house_is_checked_page_by_page()
    {
        var seen = new List<CheckProgress>();

        var report = DatabaseCheck.Run(House.File, seen.Add);

        report.Should().BeEquivalentTo(new CheckReport(250, 250, [], 0));
        seen.Should().Equal(new(0, 250), new(100, 250), new(200, 250), new(250, 250));
    }

    [Fact]
    public void A_copy_is_checked_and_left_as_it_is()
    {
        MakeCopy();
        var before = File.ReadAllBytes(Copy);

        DatabaseCheck.Run(Copy).AllAgree.Should().BeTrue();

        File.ReadAllBytes(Copy).Should().Equal(before);
    }

    [Fact]
    public void A_damaged_page_is_told()
    {
        MakeCopy();
        using (var file = File.OpenWrite(Copy))
        {
            // Without free pages, any page but the first holds rows or keys.
            file.Position = file.Length / 4096 / 2 * 4096;
            file.Write([.. Enumerable.Repeat((byte)0x55, 4096)]);
        }

        DatabaseCheck.Run(Copy).Disagreements.Should().ContainMatch("integrity: *");
    }

    [Fact]
    public void A_row_that_points_to_nothing_is_told()
    {
        MakeCopy();
        Sql("PRAGMA foreign_keys=OFF; UPDATE orders SET seating_id = 'nobody' WHERE number = 1");

        DatabaseCheck.Run(Copy).Disagreements.Should().ContainMatch("foreign key: row * of orders points to a row of seatings that is not there");
    }

    [Fact]
    public void A_missing_file_is_refused_and_not_made()
    {
        Refused("*does not exist*");

        Directory.EnumerateFileSystemEntries(folder).Should().BeEmpty();
    }

    [Fact]
    public void A_folder_is_refused()
    {
        Directory.CreateDirectory(Copy);

        Refused("*is a folder*");
    }

    [Fact]
    public void A_text_file_is_refused()
    {
        File.WriteAllText(Copy, string.Concat(Enumerable.Repeat("Dear diary, today we sold out of shrimp.\n", 200)));

        Refused("*not a SQLite database*");
    }

    [Fact]
    public void An_empty_file_is_refused()
    {
        File.WriteAllText(Copy, "");

        Refused("*not a database of TableOrder*");
    }

    [Fact]
    public void Somebody_elses_database_is_refused()
    {
        Sql("CREATE TABLE songs (id INTEGER PRIMARY KEY)");

        Refused("*not a database of TableOrder*");
    }

    [Fact]
    public void Another_versions_database_is_refused()
    {
        MakeCopy();
        Sql("INSERT INTO __EFMigrationsHistory VALUES ('20991231000000_Hologram', '99.0')");
        Refused("*newer version*20991231000000_Hologram*");

        Sql("DELETE FROM __EFMigrationsHistory");
        Refused("*older version*_Initial*");
    }

    private void Refused(string message) =>
        FluentActions
            .Invoking(() => DatabaseCheck.Run(Copy))
            .Should()
            .Throw<StorageException>()
            .WithMessage(message)
            .Which.Message.Should()
            .StartWith(Copy)
            .And.NotContain("\n");

    private void MakeCopy() => Sql($"VACUUM INTO '{Copy}'", House.File);

    private void Sql(string sql, string? file = null)
    {
        using var connection = new SqliteConnection($"Data Source={file ?? Copy};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
