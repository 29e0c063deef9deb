<?php
// Router for PHP's own server: real files as they are, everything else to WordPress.
$root = $_SERVER['DOCUMENT_ROOT'];
$path = urldecode( parse_url( $_SERVER['REQUEST_URI'], PHP_URL_PATH ) );
if ( str_contains( $path, '/.' ) || str_starts_with( $path, '/wp-content/database' ) ) {
	http_response_code( 404 );
	return true;
}
if ( $path !== '/' && is_dir( $root . $path ) && is_file( rtrim( $root . $path, '/' ) . '/index.php' ) ) {
	if ( ! str_ends_with( $path, '/' ) ) {
		header( 'Location: ' . $path . '/', true, 301 );
		return true;
	}
	$path .= 'index.php';
}
$script = '/index.php';
if ( $path !== '/' && is_file( $root . $path ) ) {
	if ( ! str_ends_with( $path, '.php' ) ) {
		return false;
	}
	$script = $path;
}
$_SERVER['SCRIPT_NAME'] = $_SERVER['PHP_SELF'] = $script;
$_SERVER['SCRIPT_FILENAME'] = $root . $script;
chdir( dirname( $root . $script ) );
require $root . $script;
