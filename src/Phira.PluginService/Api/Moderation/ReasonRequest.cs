using System.ComponentModel;
using Phira.PluginService.Contracts;

namespace Phira.PluginService.Api.Moderation;

/// <summary>Tells why something is done to players.</summary>
[RequestExample("""{"reason":"maintenance"}""")]
internal sealed record ReasonRequest([property: Description("The reason, at most 200 characters, which the affected players read.")] string? Reason);
