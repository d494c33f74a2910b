using System.Net;
using Phira.PluginService.Plugins.Interfaces.HttpClient.Network;

namespace Phira.PluginService.Plugins.Tests.Interfaces.HttpClient;

/// <summary>A name server that answers each question with the next of its answers, and the last one from then on.</summary>
internal sealed class ScriptedResolver(params string[][] answers) : INameResolver
{
    private readonly Lock _lock = new();
    private readonly List<string> _asked = [];

    public IReadOnlyList<string> Asked
    {
        get
        {
            lock (_lock)
            {
                return [.. _asked];
            }
        }
    }

    public Task<IReadOnlyList<IPAddress>> ResolveAsync(string name, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            _asked.Add(name);
            IReadOnlyList<IPAddress> answer = [.. answers[Math.Min(_asked.Count, answers.Length) - 1].Select(IPAddress.Parse)];
            return Task.FromResult(answer);
        }
    }
}
