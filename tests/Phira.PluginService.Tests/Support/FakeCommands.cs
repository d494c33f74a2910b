using Phira.PluginService.Core.Commands;
using Phira.PluginService.Core.Results;

namespace Phira.PluginService.Tests.Support;

/// <summary>A command registry that records invocations and answers as told.</summary>
internal sealed class FakeCommands : ICommandRegistry
{
    public List<CommandDescription> CommandList { get; } = [];

    public List<(string Name, string Arguments, CommandCaller Caller)> Invocations { get; } = [];

    public Result<string> Answer { get; set; } = "done";

    public Exception? Fault { get; set; }

    public IReadOnlyList<CommandDescription> Commands => CommandList;

    public Task<Result<string>> InvokeAsync(string name, string arguments, CommandCaller caller, CancellationToken cancellationToken)
    {
        Invocations.Add((name, arguments, caller));
        return Fault is null ? Task.FromResult(Answer) : throw Fault;
    }
}
