namespace Phira.PluginService.Plugins.HostFunctions;

/// <summary>One function of an interface whose handlers are methods of <typeparamref name="TInstance"/>.</summary>
/// <param name="Name">The name in the WIT file.</param>
/// <param name="Handler">Names the method that carries it out.</param>
internal sealed record HostFunction<TInstance>(string Name, Func<TInstance, HostHandler> Handler) : HostFunction(Name)
{
    /// <summary>
    /// Selects the function that reads the target of <see cref="HostFunction.Permission"/>; null when the target does not depend on the arguments.
    /// </summary>
    public Func<TInstance, TargetReader>? Target { get; init; }

    /// <summary>Selects the function that reads the audit record of a call; null for calls that a plugin need not answer for.</summary>
    public Func<TInstance, ModerationReader>? Moderation { get; init; }

    /// <inheritdoc />
    public override bool HasTarget => Target is not null;

    /// <inheritdoc />
    public override bool IsModeration => Moderation is not null;

    /// <summary>The function for one instance. A call then reaches the method through one delegate.</summary>
    public BoundFunction Bind(TInstance instance) => new(this, Handler(instance), Target?.Invoke(instance), Moderation?.Invoke(instance));
}
