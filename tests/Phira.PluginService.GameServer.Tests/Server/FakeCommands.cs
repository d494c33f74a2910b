using Phira.PluginService.Core.Commands;
using Phira.PluginService.Core.Results;

namespace Phira.PluginService.GameServer.Tests.Server;

/// <summary>A command registry of one function.</summary>
internal sealed class FakeCommands : ICommandRegistry
{
    public Func<string, string, CommandCaller, CancellationToken, Task<Result<string>>> Invoke { get; set; } =
        (name, arguments, _, _) => Task.FromResult<Result<string>>($"{name}:{arguments}");

    public IReadOnlyList<CommandDescription> Commands => [];

    public Task<Result<string>> InvokeAsync(string name, string arguments, CommandCaller caller, CancellationToken cancellationToken) =>
        Invoke(name, arguments, caller, cancellationToken);
}
