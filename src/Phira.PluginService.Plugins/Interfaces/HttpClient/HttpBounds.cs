namespace Phira.PluginService.Plugins.Interfaces.HttpClient;

/// <summary>How large outgoing requests and their answers may be.</summary>
/// <param name="RequestBytes">Body of a request.</param>
/// <param name="ResponseBytes">Body of an answer.</param>
internal sealed record HttpBounds(int RequestBytes, int ResponseBytes);
