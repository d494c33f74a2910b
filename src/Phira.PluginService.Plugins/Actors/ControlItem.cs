using Phira.PluginService.Core.Results;
using Phira.PluginService.Plugins.Guests;

namespace Phira.PluginService.Plugins.Actors;

/// <summary>A call into the plugin that an operation makes, such as init or stop.</summary>
internal sealed class ControlItem<T>(Func<Result<T>> call) : AnsweredItem<T>
{
    /// <inheritdoc />
    protected override Result<T> Call(IGuest guest) => call();
}
