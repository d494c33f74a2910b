using Phira.PluginService.Core.Results;

namespace Phira.PluginService.Errors;

/// <summary>Failures of requests to the HTTP API, whatever they ask for.</summary>
internal static class ApiErrors
{
    /// <summary>No arguments.</summary>
    public static readonly ErrorCode NoSuchEndpoint = new("request.no_such_endpoint", ErrorKind.NotFound);

    /// <summary>{0}: method used.</summary>
    public static readonly ErrorCode MethodNotAllowed = new("request.method_not_allowed", ErrorKind.InvalidArgument);

    /// <summary>No arguments.</summary>
    public static readonly ErrorCode MediaTypeUnsupported = new("request.media_type_unsupported", ErrorKind.InvalidArgument);

    /// <summary>No arguments.</summary>
    public static readonly ErrorCode TooLarge = new("request.too_large", ErrorKind.InvalidArgument);

    /// <summary>{0}: path in the document, {1}: line from 1, {2}: byte in the line from 1.</summary>
    public static readonly ErrorCode JsonInvalid = new("request.json_invalid", ErrorKind.InvalidArgument);

    /// <summary>No arguments.</summary>
    public static readonly ErrorCode BodyMissing = new("request.body_missing", ErrorKind.InvalidArgument);

    /// <summary>{0}: parameter, {1}: value received.</summary>
    public static readonly ErrorCode ParameterInvalid = new("request.parameter_invalid", ErrorKind.InvalidArgument);

    /// <summary>No arguments; the causes name the fields.</summary>
    public static readonly ErrorCode Invalid = new("request.invalid", ErrorKind.InvalidArgument);

    /// <summary>{0}: field.</summary>
    public static readonly ErrorCode FieldMissing = new("request.field_missing", ErrorKind.InvalidArgument);

    /// <summary>{0}: field, {1}: greatest length.</summary>
    public static readonly ErrorCode FieldTooLong = new("request.field_too_long", ErrorKind.InvalidArgument);

    /// <summary>{0}: field.</summary>
    public static readonly ErrorCode FieldNotObject = new("request.field_not_object", ErrorKind.InvalidArgument);

    /// <summary>{0}: path of the field in the document, {1}: line from 1, {2}: byte in the line from 1.</summary>
    public static readonly ErrorCode FieldUnknown = new("request.field_unknown", ErrorKind.InvalidArgument);

    /// <summary>{0}: field, {1}: least value, {2}: greatest value.</summary>
    public static readonly ErrorCode FieldOutOfRange = new("request.field_out_of_range", ErrorKind.InvalidArgument);

    /// <summary>{0}: field, {1}: greatest number of items.</summary>
    public static readonly ErrorCode TooManyItems = new("request.too_many_items", ErrorKind.InvalidArgument);

    /// <summary>{0}: name received.</summary>
    public static readonly ErrorCode LogNameInvalid = new("request.log_name_invalid", ErrorKind.InvalidArgument);

    /// <summary>No arguments.</summary>
    public static readonly ErrorCode NothingToChange = new("request.nothing_to_change", ErrorKind.InvalidArgument);

    /// <summary>No arguments.</summary>
    public static readonly ErrorCode NoPackage = new("request.no_package", ErrorKind.InvalidArgument);

    /// <summary>{0}: header received.</summary>
    public static readonly ErrorCode IfMatchInvalid = new("request.if_match_invalid", ErrorKind.InvalidArgument);

    /// <summary>{0}: number of rounds in progress, {1}: seconds left.</summary>
    public static readonly ErrorCode Stopping = new("service.stopping", ErrorKind.Unavailable);

    /// <summary>{0}: host name received.</summary>
    public static readonly ErrorCode HostNotAllowed = new("request.host_not_allowed", ErrorKind.InvalidArgument);

    /// <summary>No arguments.</summary>
    public static readonly ErrorCode DashboardNotBuilt = new("dashboard.not_built", ErrorKind.NotFound);

    /// <summary>No arguments.</summary>
    public static readonly ErrorCode PreconditionFailed = new("request.precondition_failed", ErrorKind.PreconditionFailed);

    /// <summary>{0}: framework's words.</summary>
    public static readonly ErrorCode Malformed = new("request.malformed", ErrorKind.InvalidArgument);

    /// <summary>No arguments.</summary>
    public static readonly ErrorCode Internal = new("host.internal", ErrorKind.Internal);

    /// <summary>No arguments.</summary>
    public static readonly ErrorCode Unavailable = new("host.unavailable", ErrorKind.Unavailable);
}
