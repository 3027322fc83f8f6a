namespace TableOrder.Web.Manager.Team;

/// <summary>Marks the texts of the staff's pages: TeamTexts.resx and one file more a language. What the journal tells stands in them, too: see <see cref="JournalWords"/>.</summary>
public sealed class TeamTexts;
