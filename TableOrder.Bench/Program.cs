using TableOrder.Bench;

return args switch
{
    ["list"] => Scenarios.List(Console.Out),
    [var name, ..] => Scenarios.Unknown(name, Console.Error),
    [] => Scenarios.Usage(Console.Error),
};
