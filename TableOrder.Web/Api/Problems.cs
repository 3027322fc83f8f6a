using TableOrder.Core;
using TableOrder.Core.Access;
using TableOrder.Core.Billing;
using TableOrder.Core.Ordering;
using TableOrder.Core.Seating;

namespace TableOrder.Web.Api;

/// <summary>The one place that says which status and sentence a code has.</summary>
internal static class Problems
{
    private const string BadSignature = "bad_signature";

    /// <summary>A problem by its code.</summary>
    public static IResult Of(int status, string code) => new ProblemResult(new Problem(Title(code), status, code), retryAfter: null);

    /// <summary>A problem that HTTP itself has a status for.</summary>
    public static IResult Of(int status) =>
        Of(
            status,
            status switch
            {
                StatusCodes.Status401Unauthorized => "unauthorized",
                StatusCodes.Status403Forbidden => Refusal.Forbidden,
                StatusCodes.Status404NotFound => Refusal.NotFound,
                StatusCodes.Status405MethodNotAllowed => "method_not_allowed",
                StatusCodes.Status413PayloadTooLarge => "too_large",
                StatusCodes.Status415UnsupportedMediaType => "unsupported_media_type",
                < StatusCodes.Status500InternalServerError => Refusal.Invalid,
                _ => "internal",
            }
        );

    /// <summary>What Core refused, with all it says about it.</summary>
    /// <param name="refusal">Why not.</param>
    /// <param name="actor">Who was refused: a closed seating ends a guest's access, for staff it is a conflict.</param>
    public static IResult Of(Refusal refusal, Actor? actor = null)
    {
        var order = refusal as OrderRefusal;
        var problem = new Problem(Title(refusal.Code), Status(refusal.Code, actor), refusal.Code)
        {
            Errors = refusal.Errors,
            Lines = order is { Lines.Count: > 0 } ? [.. order.Lines.Select(ProblemLine.Of)] : null,
            Order = order?.Current is { } current ? OrderBody.Of(current) : null,
            AtMost = (refusal as BillRefusal)?.AtMost?.Minor,
        };
        return new ProblemResult(problem, refusal.RetryAfter);
    }

    private static int Status(string code, Actor? actor) =>
        code switch
        {
            Refusal.Invalid or OrderRefusal.KeyMissing or CookieWrites.Code => StatusCodes.Status400BadRequest,
            OrderRefusal.SeatingClosed when actor is { IsStaff: true } => StatusCodes.Status409Conflict,
            "bad_credentials" or "signed_out" or BadSignature or OrderRefusal.SeatingClosed => StatusCodes.Status401Unauthorized,
            Refusal.Forbidden => StatusCodes.Status403Forbidden,
            Refusal.NotFound or SeatingRefusal.UnknownTable => StatusCodes.Status404NotFound,
            OrderRefusal.KeyReused => StatusCodes.Status422UnprocessableEntity,
            "too_many_attempts" => StatusCodes.Status429TooManyRequests,
            Refusal.Busy => StatusCodes.Status503ServiceUnavailable,
            _ => StatusCodes.Status409Conflict,
        };

    private static string Title(string code) =>
        code switch
        {
            "unauthorized" => "Say who you are: POST /api/v1/sessions, or join a table.",
            "bad_credentials" => "Name and password do not match. Check both and try again.",
            "too_many_attempts" => "Too many tries for this name. Wait as long as Retry-After says.",
            "signed_out" => "This sign-in has ended. Sign in again.",
            CookieWrites.Code => "Send the page's antiforgery token in the header RequestVerificationToken, or use a bearer token.",
            SeatingRefusal.UnknownTable => "This code is old, or belongs to no table. Scan the code at the table again, or ask the staff.",
            SeatingRefusal.TableClosed => "This table is not open. Ask the staff, or scan the code that the table's screen shows.",
            SeatingRefusal.CodeExpired => "This code has expired. Scan the one that the table's screen shows now.",
            SeatingRefusal.OpenOrders => "Something is not served yet. Serve or cancel it first, or send force to cancel what is not ready.",
            SeatingRefusal.TableOccupied => "Somebody sits at this table. Choose another one, or merge the two parties.",
            SeatingRefusal.Merged => "This party has become part of another. Name the seating that mergedInto says.",
            BillRefusal.Unpaid =>
                "Something is due, as much as atMost says. Take payment first; the manager can write it off with force and writeOffReason.",
            BillRefusal.Overpaid => "This is more than is due. Send at most what atMost says.",
            BillRefusal.LinePaid =>
                "Another payment was meant for some of these units. Read the bill again and name what unitsLeft says, or leave lines out.",
            BillRefusal.OverRefunded => "This is more than is left of the payment. Send at most what atMost says.",
            BillRefusal.OverDiscounted => "This is more than is left of the lines. Give at most what atMost says.",
            BillRefusal.NotGiven => "Only what the manager gave can be taken back. Name an entry of givenOff whose kind is given.",
            BillRefusal.MoreDue => "More is due than was agreed to be written off. Look at the bill again, then decide.",
            BillRefusal.UnknownMethod => "There is no such way to pay here. Ask the staff.",
            BillRefusal.ProviderFailed => "The payment provider did not take this. Nothing was taken; try again, or ask the staff.",
            BadSignature => "This was not signed by the provider, or too long ago. Sign what you send with the provider's secret.",
            "method_not_allowed" => "This address does not take this method. The header Allow names those that it takes.",
            "too_large" => "The body is too large. Send at most 256 KB, or 640 KB for a photo.",
            "unsupported_media_type" => "Send JSON, with the header Content-Type: application/json, or a photo as multipart/form-data.",
            "internal" => "Something broke on our side. Nothing was half done; try again.",
            Refusal.Invalid => "Something in the request is not right. Mend what errors names, then send it again.",
            Refusal.Forbidden => "Your role may not do this.",
            Refusal.NotFound => "There is nothing here for you.",
            Refusal.Busy =>
                "This could not be answered right now. Send an order or a payment again in a moment with the same Idempotency-Key; of anything else look first whether it was done.",
            OrderRefusal.KeyMissing => "Send a UUID of your own in the header Idempotency-Key, and the same one when you repeat this.",
            OrderRefusal.KeyReused => "This Idempotency-Key was used for something else. Send what differs with a new key.",
            OrderRefusal.SoldOut => "Something in it is sold out. Take out the lines named, or order fewer, then send it again.",
            OrderRefusal.PriceChanged => "A price has changed. Accept the prices in lines, then send it again.",
            OrderRefusal.UnknownItem => "Something in it is not on the menu. Take out the lines named, then send it again.",
            OrderRefusal.StaleVersion => "Somebody changed it since the version you named. Look at it again, then decide.",
            OrderRefusal.IllegalTransition => "It cannot go there from where it is. Look at it again, then decide.",
            OrderRefusal.SeatingClosed => "This table has been closed. Scan its code again to sit down.",
            _ => "This is not possible now. Look at it again, then decide.",
        };
}
