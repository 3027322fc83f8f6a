using System.Globalization;
using System.Text;
using TableOrder.Core.Storage;

namespace TableOrder.Bench.Place;

/// <summary>One recorded statement, made ready to be run again for another order: its constants as bytes, its own ids as places for fresh ones.</summary>
internal sealed class RawStep
{
    /// <summary>The most ids that an order makes: its own, its request's, its event's and those of its lines.</summary>
    public const int MostIds = 8;

    private const string AddRound = "UPDATE seatings SET last_round = $1";
    private const string InsertOrder = "INSERT INTO orders (";
    private readonly RawStatement statement;
    private readonly Parameter[] parameters;
    private readonly bool givesNumber;
    private readonly bool givesRound;

    private RawStep(RawStatement statement, string sql, Parameter[] parameters)
    {
        (this.statement, this.parameters) = (statement, parameters);
        givesNumber = sql.StartsWith("SELECT last_number", StringComparison.Ordinal);
        givesRound = sql.StartsWith("SELECT s.last_round", StringComparison.Ordinal);
    }

    public static RawStep[] Of(
        IReadOnlyList<Recorded> template,
        Func<string, RawStatement> prepare,
        IReadOnlySet<Guid> constant,
        IReadOnlySet<Guid> seatings
    )
    {
        var fresh = new List<Guid>();
        return [.. template.Select(recorded => Of(recorded, prepare(recorded.Sql), constant, seatings, fresh))];
    }

    /// <summary>Runs it to its end, as the engine does.</summary>
    public void Run(ReadOnlySpan<byte[]> fresh, byte[] seating, ref long number, ref long round)
    {
        foreach (ref readonly var parameter in parameters.AsSpan())
        {
            switch (parameter.What)
            {
                case What.Null:
                    statement.BindNull(parameter.Place);
                    break;
                case What.Number:
                    statement.Bind(parameter.Place, parameter.Constant);
                    break;
                case What.Text:
                    statement.Bind(parameter.Place, parameter.Bytes);
                    break;
                case What.Id:
                    statement.BindId(parameter.Place, parameter.Bytes);
                    break;
                case What.Fresh:
                    statement.BindId(parameter.Place, fresh[(int)parameter.Constant]);
                    break;
                case What.Seating:
                    statement.BindId(parameter.Place, seating);
                    break;
                case What.OrderNumber:
                    statement.Bind(parameter.Place, number);
                    break;
                default:
                    statement.Bind(parameter.Place, round);
                    break;
            }
        }

        while (statement.Step())
        {
            number = givesNumber ? statement.Number(0) : number;
            round = givesRound ? statement.Number(0) + 1 : round;
        }

        statement.Reset();
    }

    private static RawStep Of(Recorded recorded, RawStatement statement, IReadOnlySet<Guid> constant, IReadOnlySet<Guid> seatings, List<Guid> fresh)
    {
        var columns =
            recorded.Sql.StartsWith(InsertOrder, StringComparison.Ordinal)
                ? recorded.Sql[InsertOrder.Length..recorded.Sql.IndexOf(')', StringComparison.Ordinal)].Split(',', StringSplitOptions.TrimEntries)
            : recorded.Sql.StartsWith(AddRound, StringComparison.Ordinal) ? ["round"]
            : [];
        var bound = recorded.Values.Select(
            (value, i) =>
            {
                var place = statement.Place(string.Create(CultureInfo.InvariantCulture, $"${i + 1}"));
                return columns.ElementAtOrDefault(i) switch
                {
                    "number" => new Parameter(place, What.OrderNumber),
                    "round" => new Parameter(place, What.Round),
                    _ => Of(place, value, constant, seatings, fresh),
                };
            }
        );
        return new RawStep(statement, recorded.Sql, [.. bound]);
    }

    private static Parameter Of(int place, Value value, IReadOnlySet<Guid> constant, IReadOnlySet<Guid> seatings, List<Guid> fresh)
    {
        switch (value.Kind)
        {
            case ValueKind.Number:
                return new Parameter(place, What.Number, value.Number);
            case ValueKind.Text:
                return new Parameter(place, What.Text, 0, Encoding.UTF8.GetBytes(value.Text!));
            case ValueKind.Id when seatings.Contains(value.Id):
                return new Parameter(place, What.Seating);
            case ValueKind.Id when constant.Contains(value.Id):
                return new Parameter(place, What.Id, 0, RawOrders.Bytes(value.Id));
            case ValueKind.Id:
                if (!fresh.Contains(value.Id))
                {
                    fresh.Add(value.Id);
                }

                return new Parameter(place, What.Fresh, fresh.IndexOf(value.Id));
            default:
                return new Parameter(place, What.Null);
        }
    }

    private enum What
    {
        Null,
        Number,
        Text,
        Id,
        Fresh,
        Seating,
        OrderNumber,
        Round,
    }

    private readonly record struct Parameter(int Place, What What, long Constant = 0, byte[]? Bytes = null);
}
