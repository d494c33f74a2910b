namespace Phira.PluginService.Simulation.Players;

/// <summary>The decisions of one player: chance, and pauses as long as people take. Not shared between players.</summary>
internal sealed class Whims(int seed, double pace, TimeProvider timeProvider)
{
    public Random Random { get; } = new(seed);

    public bool Chance(double probability) => Random.NextDouble() < probability;

    public double Between(double from, double to) => from + (Random.NextDouble() * (to - from));

    public T Pick<T>(IReadOnlyList<T> choices) => choices[Random.Next(choices.Count)];

    public T[] Shuffle<T>(IEnumerable<T> items)
    {
        var shuffled = items.ToArray();
        Random.Shuffle(shuffled);
        return shuffled;
    }

    /// <summary>Waits some seconds, more or less.</summary>
    public Task PauseAsync(double from, double to, CancellationToken cancellationToken) =>
        Task.Delay(TimeSpan.FromSeconds(Between(from, to) * pace), timeProvider, cancellationToken);

    /// <summary>The number of a player's seconds that have passed.</summary>
    public double SecondsSince(long timestamp) => timeProvider.GetElapsedTime(timestamp).TotalSeconds / pace;

    public long Now() => timeProvider.GetTimestamp();
}
