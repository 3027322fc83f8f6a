using TableOrder.Core.Access;
using TableOrder.Core.Menu;

namespace TableOrder.Core.Ordering;

/// <summary>The rule of placing. Pure: the menu, the command, who sends it and what the restaurant's clock shows decide.</summary>
public static class PlaceRule
{
    /// <summary>The most lines an order may have.</summary>
    public const int MostLines = 100;

    /// <summary>The most of one line.</summary>
    public const int MostQuantity = 99;

    /// <summary>Characters of a note or a reason.</summary>
    public const int LongestNote = 200;

    /// <summary>Courses are 0 to this.</summary>
    public const int LastCourse = 9;

    /// <summary>The lines as they will stand in the order, all of them or a refusal that names what is wrong. Portions are not looked at: they are taken in the transaction.</summary>
    /// <param name="menu">The menu of now.</param>
    /// <param name="place">The command.</param>
    /// <param name="actor">Who sends it.</param>
    /// <param name="local">What the restaurant's clock shows: a dish outside of its hours is refused as one that is sold out.</param>
    /// <param name="newId">Makes the lines' ids.</param>
    public static Outcome<IReadOnlyList<OrderLine>> Decide(MenuSnapshot menu, PlaceOrder place, Actor actor, DateTime local, Func<Guid> newId)
    {
        var errors = Malformed(place, actor);
        if (errors.Count > 0)
        {
            return Invalid(errors);
        }

        var dishes = place.Lines.Select(line => menu.Item(line.MenuItemId)).ToList();
        var unknown = Refused(place, (_, i) => dishes[i] is null);
        if (unknown.Count > 0)
        {
            return new OrderRefusal(OrderRefusal.UnknownItem) { Lines = unknown };
        }

        errors = WrongChoices(place, dishes!);
        if (errors.Count > 0)
        {
            return Invalid(errors);
        }

        var soldOut = Refused(place, (line, i) => IsOut(dishes[i]!, line, local));
        if (soldOut.Count > 0)
        {
            return new OrderRefusal(OrderRefusal.SoldOut) { Lines = soldOut };
        }

        var repriced = Refused(place, (line, i) => line.UnitPrice is { } seen && seen != UnitPrice(dishes[i]!, line));
        if (repriced.Count > 0)
        {
            return new OrderRefusal(OrderRefusal.PriceChanged)
            {
                Lines = [.. repriced.Select(line => line with { UnitPrice = UnitPrice(dishes[line.Index]!, place.Lines[line.Index]) })],
            };
        }

        var firstCourse = place.Lines.Select((line, i) => line.Course ?? dishes[i]!.Course).Min();
        return place.Lines.Select((line, i) => Line(dishes[i]!, line, firstCourse, actor, newId())).ToList();
    }

    /// <summary>How a line stands in the moment it is placed.</summary>
    internal static LineStatus FirstStatus(int course, int firstCourse, string? station) =>
        course > firstCourse ? LineStatus.Held
        : station is null ? LineStatus.Ready
        : LineStatus.Placed;

    /// <summary>The options of a dish that a line chose, in the menu's order.</summary>
    internal static IEnumerable<Modifier> Chosen(MenuItem dish, PlaceLine line) =>
        dish.ModifierGroups.SelectMany(group => group.Modifiers).Where(modifier => line.ModifierIds.Contains(modifier.Id));

    /// <summary>Whether a dish with the options that a line chose can not be had at this time.</summary>
    internal static bool IsOut(MenuItem dish, PlaceLine line, DateTime local) =>
        dish.SoldOut || !dish.IsServed(local) || Chosen(dish, line).Any(modifier => modifier.SoldOut);

    /// <summary>For one with its options.</summary>
    internal static Money UnitPrice(MenuItem dish, PlaceLine line) =>
        Chosen(dish, line).Aggregate(dish.Price, (sum, modifier) => sum + modifier.Price);

    private static OrderLine Line(MenuItem dish, PlaceLine line, int firstCourse, Actor actor, Guid id)
    {
        var course = line.Course ?? dish.Course;
        var chosen = Chosen(dish, line).ToList();
        return new OrderLine
        {
            Id = id,
            MenuItemId = dish.Id,
            Name = dish.Name,
            Modifiers = [.. chosen.Select(modifier => new LineModifier(modifier.Id, modifier.Name, modifier.Price))],
            Quantity = line.Quantity,
            UnitPrice = UnitPrice(dish, line),
            TaxRate = dish.TaxRate,
            Note = PlainText.Tidy(line.Note),
            Station = dish.Station,
            Course = course,
            Status = FirstStatus(course, firstCourse, dish.Station),
            ChangedVersion = 1,
            Guest = (line.By ?? (actor.Role == Role.Guest ? actor.Name : "")) is { Length: > 0 } name ? name : null,
            Allergens = chosen.TrueForAll(modifier => modifier.Allergens.Count == 0)
                ? dish.Allergens
                : [.. dish.Allergens.Concat(chosen.SelectMany(modifier => modifier.Allergens)).Distinct(StringComparer.Ordinal)],
        };
    }

    private static Dictionary<string, string[]> Malformed(PlaceOrder place, Actor actor)
    {
        var errors = new Dictionary<string, string[]>(StringComparer.Ordinal);
        if (place.Lines.Count is 0 or > MostLines)
        {
            errors["lines"] = [$"Send 1 to {MostLines} lines."];
            return errors;
        }

        for (var i = 0; i < place.Lines.Count; i++)
        {
            var line = place.Lines[i];
            if (line.Quantity is < 1 or > MostQuantity)
            {
                errors[$"lines[{i}].quantity"] = [$"Send a quantity from 1 to {MostQuantity}."];
            }

            if (line.Note?.Length > LongestNote)
            {
                errors[$"lines[{i}].note"] = [$"Send a note of at most {LongestNote} characters."];
            }

            if (line.Course is not null && actor.Role == Role.Guest)
            {
                errors[$"lines[{i}].course"] = ["Only staff may set a course."];
            }
            else if (line.Course is < 0 or > LastCourse)
            {
                errors[$"lines[{i}].course"] = [$"Send a course from 0 to {LastCourse}."];
            }
        }

        return errors;
    }

    private static Dictionary<string, string[]> WrongChoices(PlaceOrder place, List<MenuItem> dishes)
    {
        var errors = new Dictionary<string, string[]>(StringComparer.Ordinal);
        for (var i = 0; i < place.Lines.Count; i++)
        {
            var (line, dish) = (place.Lines[i], dishes[i]);
            var ordered = place.Lines.Where(other => other.MenuItemId == dish.Id).Sum(other => other.Quantity);
            if (ordered < dish.MinQuantity)
            {
                errors[$"lines[{i}].quantity"] = [$"Order at least {dish.MinQuantity} of this item."];
            }

            if (WrongModifiers(dish, line) is { } sentence)
            {
                errors[$"lines[{i}].modifierIds"] = [sentence];
            }
        }

        return errors;
    }

    /// <summary>What is wrong with the chosen options of a dish, as a sentence; null where nothing is.</summary>
    internal static string? WrongModifiers(MenuItem dish, PlaceLine line)
    {
        var chosen = Chosen(dish, line).Count();
        if (chosen != line.ModifierIds.Count)
        {
            return "Name only options of this item, each once.";
        }

        foreach (var group in dish.ModifierGroups)
        {
            var inGroup = group.Modifiers.Count(modifier => line.ModifierIds.Contains(modifier.Id));
            if (inGroup < group.Min || inGroup > group.Max)
            {
                return $"Choose {(group.Min == group.Max ? $"{group.Min}" : $"{group.Min} to {group.Max}")} of group {group.Id} ({group.Name.In("en")}).";
            }
        }

        return null;
    }

    private static List<RefusedLine> Refused(PlaceOrder place, Func<PlaceLine, int, bool> wrong) =>
        [
            .. place
                .Lines.Select((line, i) => (line, i))
                .Where(pair => wrong(pair.line, pair.i))
                .Select(pair => new RefusedLine(pair.i, pair.line.MenuItemId)),
        ];

    private static Refusal Invalid(Dictionary<string, string[]> errors) => new(Refusal.Invalid) { Errors = errors };
}
