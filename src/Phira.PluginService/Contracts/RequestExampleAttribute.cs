namespace Phira.PluginService.Contracts;

/// <summary>A body as somebody would really send it, shown in the document.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class RequestExampleAttribute(string json) : Attribute
{
    public string Json { get; } = json;
}
