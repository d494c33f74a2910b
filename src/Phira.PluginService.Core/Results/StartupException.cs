namespace Phira.PluginService.Core.Results;

/// <summary>
/// Ends the start of the service with an expected failure: a port in use, a directory without rights. The host shows the error's own
/// words in both languages instead of a stack trace and exits with code 1.
/// </summary>
/// <param name="error">Why the service cannot start.</param>
/// <param name="innerException">What the system reported, if anything.</param>
public sealed class StartupException(Error error, Exception? innerException = null) : Exception(error.Message(), innerException)
{
    /// <summary>Why the service cannot start.</summary>
    public Error Error { get; } = error;
}
