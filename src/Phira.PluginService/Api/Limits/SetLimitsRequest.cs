using System.ComponentModel;
using Phira.PluginService.Contracts;

namespace Phira.PluginService.Api.Limits;

/// <summary>Replaces what administrators decided about a plugin's limits.</summary>
[RequestExample("""{"overrides":{"max_memory":67108864},"reason":"it needs less"}""")]
internal sealed record SetLimitsRequest(
    [property: Description("Values by name of the limit, in the limit's unit; an empty object takes all decisions back.")] IReadOnlyDictionary<string, long>? Overrides,
    [property: Description("The reason, at most 200 characters, for the audit log.")] string? Reason);
