namespace TableOrder.Web.Manager.Room;

/// <summary>Marks the texts of the room's pages: RoomTexts.resx and one file more a language.</summary>
public sealed class RoomTexts;
