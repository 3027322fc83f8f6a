namespace TableOrder.Tests.Service;

/// <summary>What somebody of the house or a guest does: which kind of thing, at which table, and three numbers more.</summary>
internal sealed record ServiceMove(int Kind, int Table, int Other, int What, int Many);
