using System.ComponentModel;
using Phira.PluginService.Contracts;

namespace Phira.PluginService.Api.Commands;

/// <summary>Runs a command as administrator.</summary>
/// <param name="Arguments">Everything after the command's name.</param>
[RequestExample("""{"arguments":"2d6"}""")]
internal sealed record InvokeCommandRequest(
    [property: Description("Everything after the command's name, for example 2d6; empty or left out when there is nothing.")] string? Arguments);
