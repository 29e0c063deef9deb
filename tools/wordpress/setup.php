<?php
// php setup.php SITE: installs WordPress, makes one user a role with an application password, prints them as JSON.
[ , $site ] = $argv;
$_SERVER['HTTP_HOST']       = '127.0.0.1';
$_SERVER['REQUEST_URI']     = '/';
$_SERVER['SERVER_PROTOCOL'] = 'HTTP/1.1';
$_SERVER['REQUEST_METHOD']  = 'GET';
define( 'WP_INSTALLING', true );
function wp_new_blog_notification() {}
require $site . '/wp-load.php';
require_once ABSPATH . 'wp-admin/includes/upgrade.php';

function must( $result ) {
	if ( is_wp_error( $result ) ) {
		fwrite( STDERR, $result->get_error_message() );
		exit( 1 );
	}
	return $result;
}

must( wp_install( 'Test site', 'admin', 'admin@example.test', true, '', 'admin-password', '' ) );
update_option( 'permalink_structure', '/%year%/%monthnum%/%postname%/' );
update_option( 'timezone_string', 'Europe/Berlin' ); // Not UTC, so that date and date_gmt differ.
$GLOBALS['wp_rewrite']->init();
$GLOBALS['wp_rewrite']->flush_rules( false );

$users = array();
foreach ( array( 'admin' => 'administrator', 'editor' => 'editor', 'author' => 'author', 'contributor' => 'contributor', 'subscriber' => 'subscriber' ) as $login => $role ) {
	$user = get_user_by( 'login', $login );
	$id   = $user ? $user->ID : must( wp_insert_user( array( 'user_login' => $login, 'user_pass' => $login . '-password', 'user_email' => $login . '@example.test', 'role' => $role ) ) );
	$made = must( WP_Application_Passwords::create_new_application_password( $id, array( 'name' => 'tests' ) ) );
	$users[ $login ] = array( 'login' => $login, 'password' => WP_Application_Passwords::chunk_password( $made[0] ) );
}
echo "\n", json_encode( $users );
