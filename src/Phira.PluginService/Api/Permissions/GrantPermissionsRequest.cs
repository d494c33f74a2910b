using System.ComponentModel;
using Phira.PluginService.Contracts;

namespace Phira.PluginService.Api.Permissions;

/// <summary>Replaces all that a plugin is allowed.</summary>
[RequestExample("""{"grants":[{"permission":"send_messages"},{"permission":"kick_users","scopes":{"per_minute":5}}],"reason":"needed for the greeting"}""")]
internal sealed record GrantPermissionsRequest(
    [property: Description("All that the plugin is allowed from now on; an empty list takes everything away.")] IReadOnlyList<GrantedPermission>? Grants,
    [property: Description("The reason, at most 200 characters, for the audit log.")] string? Reason);
