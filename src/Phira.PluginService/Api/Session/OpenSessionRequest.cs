using System.ComponentModel;
using Phira.PluginService.Contracts;

namespace Phira.PluginService.Api.Session;

/// <summary>Exchanges the admin token for a session cookie.</summary>
[RequestExample("""{"token":"the-admin-token"}""")]
internal sealed record OpenSessionRequest([property: Description("The admin token.")] string? Token)
{
    /// <summary>Never shows the token.</summary>
    public override string ToString() => nameof(OpenSessionRequest);
}
