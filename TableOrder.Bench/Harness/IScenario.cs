namespace TableOrder.Bench.Harness;

/// <summary>One benchmark: what it compares and how. One file each; what it needs besides is private to it or part of the harness.</summary>
internal interface IScenario
{
    /// <summary>How it is called on the command line.</summary>
    string Name { get; }

    /// <summary>One line that says what is compared.</summary>
    string What { get; }

    /// <summary>Measures, and gives each figure to the run's report.</summary>
    Task RunAsync(Run run);
}
