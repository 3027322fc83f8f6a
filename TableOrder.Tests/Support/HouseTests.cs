namespace TableOrder.Tests.Support;

/// <summary>Tests that change things: each has a house of its own.</summary>
public abstract class HouseTests : IAsyncLifetime
{
    protected HouseTests()
        : this(new TestHouse()) { }

    protected HouseTests(TestHouse house) => House = house;

    protected TestHouse House { get; }

    public virtual Task InitializeAsync() => House.InitializeAsync();

    public virtual async Task DisposeAsync() => await House.DisposeAsync();
}
