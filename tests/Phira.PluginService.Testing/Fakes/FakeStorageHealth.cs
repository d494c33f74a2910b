using Phira.PluginService.Core.Results;
using Phira.PluginService.Core.Storage;

namespace Phira.PluginService.Testing.Fakes;

/// <summary>A disk that takes writes unless a test says otherwise.</summary>
public sealed class FakeStorageHealth : IStorageHealth
{
    public Error? Problem { get; set; }

    public Error? Check() => Problem;
}
