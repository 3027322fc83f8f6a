using TableOrder.Core.Statistics;

namespace TableOrder.Core.Calls;

/// <summary>What is kept of a business day's calls, and of the week that ends with it.</summary>
/// <param name="Day">The business day.</param>
/// <param name="Answers">How that day's calls were answered.</param>
/// <param name="Kinds">That day's calls by what they were for; all kinds, in order.</param>
/// <param name="Week">Seven business days, the last of which is the day itself.</param>
public sealed record CallLog(DateOnly Day, CallAnswers Answers, IReadOnlyList<CallKindCount> Kinds, IReadOnlyList<CallDay> Week);

/// <summary>A day's calls for one thing.</summary>
/// <param name="Kind">For what.</param>
/// <param name="Waiting">Nobody has answered them yet.</param>
/// <param name="Confirmed">Somebody came.</param>
/// <param name="Ended">The party left, or they became part of an equal one.</param>
public readonly record struct CallKindCount(CallKind Kind, int Waiting, int Confirmed, int Ended);

/// <summary>A day's calls.</summary>
/// <param name="Day">The business day.</param>
/// <param name="Answers">How they were answered.</param>
public readonly record struct CallDay(DateOnly Day, CallAnswers Answers);

/// <summary>A call that somebody has answered.</summary>
/// <param name="Call">The call.</param>
/// <param name="By">Who came, by the account's name; null where that is not known.</param>
public sealed record AnsweredCall(Call Call, string? By);

/// <summary>A part of a business day's answered calls, the latest call first.</summary>
/// <param name="Items">The calls.</param>
/// <param name="Next">The call after which the next part begins; null where there is none.</param>
public sealed record AnsweredPage(IReadOnlyList<AnsweredCall> Items, Guid? Next);
