using Microsoft.AspNetCore.Components.Authorization;
using TableOrder.Core.Access;
using TableOrder.Web.SignIn;

namespace TableOrder.Web.Live;

/// <summary>Who looks at this page, while it is prerendered and in its circuit.</summary>
public sealed class Visitor(AuthenticationStateProvider state)
{
    /// <summary>The guest; nobody where the browser has no seating.</summary>
    public async Task<Actor> GuestAsync() => (await state.GetAuthenticationStateAsync()).User.Guest() ?? Actor.Nobody;

    /// <summary>The member of staff; nobody where none has signed in.</summary>
    public async Task<Actor> StaffAsync() => (await state.GetAuthenticationStateAsync()).User.Staff() ?? Actor.Nobody;
}
