using System.ComponentModel;
using Phira.PluginService.Contracts;

namespace Phira.PluginService.Api.Rooms;

/// <summary>Makes another player host.</summary>
[RequestExample("""{"user":100}""")]
internal sealed record TransferHostRequest([property: Description("Number of the player's Phira account.")] int? User);
