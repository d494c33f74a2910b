using System.ComponentModel;
using Phira.PluginService.Contracts;

namespace Phira.PluginService.Api.Moderation;

/// <summary>Tells why something is done to players.</summary>
[RequestExample("""{"reason":"maintenance"}""")]
internal sealed record ReasonRequest([property: Description("Why, at most 200 characters; those concerned read it.")] string? Reason);
