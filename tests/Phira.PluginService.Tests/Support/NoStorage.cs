using Phira.PluginService.Core.Results;
using Phira.PluginService.Storage.Opening;

namespace Phira.PluginService.Tests.Support;

/// <summary>A storage that needs no file: its ports are faked as well.</summary>
internal sealed class NoStorage : IStorageStartup
{
    public Task<Result> PrepareAsync(CancellationToken cancellationToken) => Task.FromResult(Result.Success);
}
