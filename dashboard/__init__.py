"""Settings, application factory, sign-in, security, exports, command line, server."""
