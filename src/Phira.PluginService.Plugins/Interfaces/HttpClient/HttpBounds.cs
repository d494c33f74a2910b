namespace Phira.PluginService.Plugins.Interfaces.HttpClient;

/// <summary>How large outgoing requests and their answers may be.</summary>
internal sealed record HttpBounds(int RequestBytes, int ResponseBytes);
