namespace Phira.PluginService.OpenApi;

/// <summary>A body as somebody would really send it, shown in the document.</summary>
/// <param name="json">The body.</param>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class RequestExampleAttribute(string json) : Attribute
{
    public string Json { get; } = json;
}
