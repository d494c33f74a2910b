package phira

// Info writes a line to the plugin's log.
func Info(message string, fields ...Field) { Log.Write(LevelInfo, message, fields) }

// Warn writes a warning to the plugin's log.
func Warn(message string, fields ...Field) { Log.Write(LevelWarn, message, fields) }

// Report writes an error to the plugin's log.
func Report(message string, fields ...Field) { Log.Write(LevelError, message, fields) }
