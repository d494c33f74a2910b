using Phira.PluginService.Core.Results;

namespace Phira.PluginService.Packaging.Json;

/// <summary>Problems of a plugin's configuration and of its schema.</summary>
internal static class ConfigErrors
{
    /// <summary>{0}: what the parser says.</summary>
    public static readonly ErrorCode NotJson = new("config.not_json", ErrorKind.InvalidArgument);

    /// <summary>{0}: type found.</summary>
    public static readonly ErrorCode NotAnObject = new("config.not_an_object", ErrorKind.InvalidArgument);

    /// <summary>{0}: largest size in bytes.</summary>
    public static readonly ErrorCode TooLarge = new("config.too_large", ErrorKind.InvalidArgument);

    /// <summary>{0}: number of problems.</summary>
    public static readonly ErrorCode Invalid = new("config.invalid", ErrorKind.Unprocessable);

    /// <summary>{0}: path; {1}: expected types; {2}: type found.</summary>
    public static readonly ErrorCode WrongType = new("config.wrong_type", ErrorKind.Unprocessable);

    /// <summary>{0}: path of the object; {1}: field.</summary>
    public static readonly ErrorCode Missing = new("config.missing_field", ErrorKind.Unprocessable);

    /// <summary>{0}: path.</summary>
    public static readonly ErrorCode UnknownField = new("config.unknown_field", ErrorKind.Unprocessable);

    /// <summary>{0}: path; {1}: allowed values.</summary>
    public static readonly ErrorCode NotAllowed = new("config.not_allowed", ErrorKind.Unprocessable);

    /// <summary>{0}: path; {1}: rule of the schema; {2}: its bound.</summary>
    public static readonly ErrorCode OutOfRange = new("config.out_of_range", ErrorKind.Unprocessable);

    /// <summary>{0}: path; {1}: pattern.</summary>
    public static readonly ErrorCode Pattern = new("config.pattern", ErrorKind.Unprocessable);

    /// <summary>{0}: path; {1}: rule of the schema.</summary>
    public static readonly ErrorCode Rule = new("config.rule", ErrorKind.Unprocessable);

    /// <summary>No placeholders.</summary>
    public static readonly ErrorCode TooComplex = new("config.too_complex", ErrorKind.Unprocessable);

    /// <summary>{0}: file.</summary>
    public static readonly ErrorCode SchemaMissing = new("config.schema_missing", ErrorKind.Unprocessable);

    /// <summary>{0}: what the parser says.</summary>
    public static readonly ErrorCode SchemaSyntax = new("config.schema_syntax", ErrorKind.Unprocessable);

    /// <summary>{0}: pointer into the schema; {1}: what belongs there.</summary>
    public static readonly ErrorCode SchemaKeyword = new("config.schema_keyword", ErrorKind.Unprocessable);

    /// <summary>{0}: pointer into the schema; {1}: the reference.</summary>
    public static readonly ErrorCode SchemaReference = new("config.schema_reference", ErrorKind.Unprocessable);

    /// <summary>{0}: pointer into the schema; {1}: the pattern.</summary>
    public static readonly ErrorCode SchemaPattern = new("config.schema_pattern", ErrorKind.Unprocessable);

    /// <summary>{0}: pointer into the schema.</summary>
    public static readonly ErrorCode SchemaUnsupported = new("config.schema_unsupported", ErrorKind.Unprocessable);
}
