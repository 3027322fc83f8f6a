using TableOrder.Bench;
using TableOrder.Bench.Generate;

return args switch
{
    [] or ["--help"] => Scenarios.Help(Console.Out),
    ["list"] => Scenarios.List(Console.Out),
    ["peer", var name, .. var rest] => await Peers.RunAsync(name, rest),
    [GenerateVerb.Name, .. var rest] => await GenerateVerb.RunAsync(rest),
    [var name, .. var rest] => await Scenarios.RunAsync(name, rest),
};
