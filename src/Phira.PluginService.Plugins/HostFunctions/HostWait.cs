using System.Diagnostics.CodeAnalysis;
using Phira.PluginService.Plugins.Values;

namespace Phira.PluginService.Plugins.HostFunctions;

/// <summary>
/// Waits for the rest of the host inside a host function. Guests call synchronously on a thread of their own, so that thread waits;
/// it waits no longer than most of what the call has left, so that the guest still hears that nothing came and can return. The thread
/// holds nothing that the awaited work could need.
/// </summary>
internal static class HostWait
{
    private const double Share = 0.8;

    /// <summary>The answer when the call's time was over before the game answered.</summary>
    public static HostReply GameTimedOut { get; } = HostReply.Unavailable("the game did not answer within this call's time");

    /// <summary>Returns the longest time that the current call can wait.</summary>
    public static TimeSpan Patience(HostContext context) => context.Remaining() * Share;

    /// <summary>Waits for a result.</summary>
    /// <returns>False when no result came in time.</returns>
    [SuppressMessage("Usage", "VSTHRD002:Avoid problematic synchronous waits", Justification = "See the class.")]
    public static bool TryWait<T>(HostContext context, Func<CancellationToken, Task<T>> work, [MaybeNullWhen(false)] out T result)
    {
        using var timeout = new CancellationTokenSource(Patience(context), context.TimeProvider);
        try
        {
            // The work starts on the pool: nothing of it may run on, or come back to, the guest's thread.
            result = Task.Run(() => work(timeout.Token), timeout.Token).WaitAsync(timeout.Token).GetAwaiter().GetResult();
            return true;
        }
        catch (OperationCanceledException) when (timeout.IsCancellationRequested)
        {
            result = default;
            return false;
        }
    }
}
