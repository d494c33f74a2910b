// CompileWorker --compile: what the service starts to compile components, for tests of the platform that do without the service.
using Phira.PluginService.Sandbox.Compilation.Workers;

return CompileWorkerProgram.Run();
